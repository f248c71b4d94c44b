export { publicId } from "./ids";
export { hashPassword, verifyPassword } from "./password";
export { seal, sign, unseal, verify } from "./seal";
