/** The entry of the worker process: runs the background work of the product. As many as wanted may run. */
import { functions } from "./functions";
import { runWorker } from "./run-worker";

await runWorker(functions);
