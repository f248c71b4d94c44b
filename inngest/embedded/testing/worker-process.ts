/** A worker of the contract tests in a process of its own, to be killed, frozen and stopped. */
import { Journal } from "./journal";
import { startContractEngine } from "./start-contract-engine";

const [databaseUrl = "", journalUrl = ""] = process.argv.slice(2);
const PATIENCE_MS = 60_000;

const engine = await startContractEngine(databaseUrl, new Journal(journalUrl, PATIENCE_MS));
process.stdout.write("ready\n");
process.once("SIGTERM", () => {
  process.stdout.write("stopping\n");
  void engine.stop().then(() => process.exit(0));
});
// Ends with the test process, however that one ends.
process.once("disconnect", () => process.exit(1));
