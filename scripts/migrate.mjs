// Brings the database of DATABASE_URL up to date and makes the application's role in it.
import { ensureAppRole, migrate } from "./support/migrate.mjs";

const {
  DATABASE_URL: url,
  APP_DATABASE_PASSWORD: password,
  APP_DATABASE_ROLE: role = "broadsheet_app",
} = process.env;
if (!url) {
  console.error(
    "Set DATABASE_URL to the owner's address of the database, e.g. postgresql://owner:secret@db.example.com:5432/broadsheet",
  );
  process.exit(1);
}
const applied = await migrate(url);
console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
if (password) {
  await ensureAppRole(url, { role, password });
  console.log(`The application may connect as ${role}.`);
}
