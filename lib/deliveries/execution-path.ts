/** Where a run is shown, below the workspace: with its deliveries. */
export const executionPath = (executionId: string): string => `deliveries/${executionId}`;
