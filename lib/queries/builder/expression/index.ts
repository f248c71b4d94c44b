export { emit, type EmitContext } from "./emit";
export { FUNCTIONS, type FunctionDefinition, type FunctionName } from "./functions";
export { closest } from "./suggest";
export { ExpressionError } from "./tokens";
export {
  columnsIn,
  inBrackets,
  isWritten,
  type NamedField,
  TYPE_WORDS,
  type TypedNode,
  typeExpression,
} from "./type-check";
