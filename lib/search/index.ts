export { searchByName } from "./search-by-name";
