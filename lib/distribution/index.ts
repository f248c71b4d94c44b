export { createList } from "./create-list";
export { deleteList } from "./delete-list";
export { getList, listLists } from "./read-lists";
export { checkRecipients, countRecipients, findBlocks, resolveRecipients } from "./resolve-recipients";
export { updateList } from "./update-list";
