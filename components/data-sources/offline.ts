/** Said when an action gets no answer at all. */
export const OFFLINE = "Broadsheet could not be reached. Check your connection and try again.";
