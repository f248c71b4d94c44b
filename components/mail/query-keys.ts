/** Apart from the hooks, because the server fills the cache under the same keys. */
export const mailKeys = {
  list: (workspace: string, search: string, limit: number) =>
    ["mail", workspace, "list", { search, limit }] as const,
  one: (workspace: string, mailId: string) => ["mail", workspace, mailId] as const,
  images: (workspace: string, mailId: string) => ["mail", workspace, mailId, "images"] as const,
};

/** How many mails stand in the list at first, and how many more come with each step. */
export const MAIL_PAGE = 50;
export const MAX_MAILS = 200;
