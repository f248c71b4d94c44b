/** A person may not make a source work more often than this by pressing "Refresh". */
export const MIN_AGE_SECONDS = 5;
