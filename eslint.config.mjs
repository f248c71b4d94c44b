// Typed rules that catch what types alone do not; formatting is Biome's.
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const envOnly = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "Read settings through env() of lib/env.ts.",
};
const nowOnly = {
  selector:
    "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
  message: "Take the time from ctx.now() or an argument.",
};

export default tseslint.config(
  { ignores: ["node_modules", ".next", "dist", ".data", "lib/db/generated", "next-env.d.ts", "**/*.mjs"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.base],
    plugins: { "react-hooks": reactHooks },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "no-console": "error",
      eqeqeq: "error",
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "no-restricted-syntax": ["error", envOnly],
    },
  },
  {
    files: ["lib/**/*.{ts,tsx}"],
    ignores: ["lib/env.ts", "lib/log/**", "lib/auth/**", "**/*.test.*", "lib/render/**"],
    rules: { "no-restricted-syntax": ["error", envOnly, nowOnly] },
  },
  {
    files: [
      "lib/env.ts",
      "tests/**",
      "e2e/**",
      "bench/**",
      "**/*.test.{ts,tsx}",
      "**/testing/**",
      "*.config.ts",
      "prisma/seed/**",
      "lib/render/**",
    ],
    rules: {
      "no-restricted-syntax": "off",
      "no-console": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  // Playwright's fixtures call their own `use`.
  { files: ["e2e/**"], rules: { "react-hooks/rules-of-hooks": "off" } },
);
