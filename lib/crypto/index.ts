export { publicId } from "./ids";
export { hashPassword, verifyPassword } from "./password";
export { rewrap, seal, sign, unseal, verify } from "./seal";
