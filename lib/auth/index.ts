export { type CurrentUser, currentUser, type MembershipInfo } from "./current-user";
export { DEMO_PASSWORD, type DemoAccount, demoAccountsForSignIn } from "./demo-accounts";
export { memberContext } from "./member-context";
export { authOptions } from "./options";
export { pageData } from "./page-data";
export { pageContext } from "./page-context";
export { requestContext } from "./request-context";
export { systemContext } from "./system-context";
