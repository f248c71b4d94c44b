// The arrows of ARCHITECTURE.md. Left may import right, never back.
const NOUN_ORDER = [
  "data-sources",
  "queries",
  "pictures",
  "dashboards",
  "reports",
  "distribution",
  "schedules",
  "mail",
  "notifications",
  "exports",
  "deliveries",
  "executions",
  "search",
];
const SHARED =
  "^lib/(access|audit|auth|charts|crypto|db|format|health|http|jobs|log|render|sharing|storage|time|utils)/|^lib/(env|errors|context)\\.ts$";
const CLIENT_SAFE = [
  "^lib/[^/]+/(schemas|document)\\.ts$",
  "^lib/dashboards/(drafts|links|readers|sharing|starts|templates|versions|workspace-templates)/schemas\\.ts$",
  "^lib/(charts|format|time|utils)/",
  "^lib/(errors|context)\\.ts$",
  "^lib/access/permissions\\.ts$",
  "^lib/render/markdown\\.ts$",
  "^lib/dashboards/(layout|tablet-layout|widgets)\\.ts$",
  "^lib/dashboards/view/(schemas|effective-view|cross-filters|filter-words|in-sight|min-age|view-params)\\.ts$",
  "^lib/http/action-result\\.ts$",
  "^lib/data-sources/files/(schemas|value-kinds)\\.ts$",
  "^lib/schedules/(describe-timing|next-run|timing-preset)[^/]*\\.ts$",
  "^lib/queries/(placeholders|positions|parameters/filled-by-period|column-summary|first-rows|compile-definition|library/templates|(runs|cache)/schemas)\\.ts$",
  "^lib/queries/builder/",
].join("|");
const TESTS = "\\.test\\.tsx?$|/testing/";

/** A noun may open the front door of the nouns before it, and no other file of theirs. */
const nounRules = NOUN_ORDER.flatMap((noun, index) => {
  const later = NOUN_ORDER.slice(index + 1);
  const others = NOUN_ORDER.filter((other) => other !== noun);
  return [
    ...(later.length > 0
      ? [
          {
            name: `lib-${noun}-order`,
            severity: "error",
            comment:
              "Nouns build on each other in one order (ARCHITECTURE.md): move the shared part down, or turn the call round with an event.",
            from: { path: `^lib/${noun}/`, pathNot: TESTS },
            to: { path: `^lib/(${later.join("|")})/`, pathNot: "/schemas\\.ts$" },
          },
        ]
      : []),
    {
      name: `lib-${noun}-front-door`,
      severity: "error",
      comment: "Use the other noun's index.ts (or its schemas.ts).",
      from: { path: `^lib/${noun}/`, pathNot: TESTS },
      to: { path: `^lib/(${others.join("|")})/`, pathNot: "/(index|schemas|document)\\.ts$" },
    },
  ];
});

export default {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      comment: "Move what both need into a third file.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "lib-is-the-domain",
      severity: "error",
      comment: "lib must not know routes, jobs or seeds.",
      from: { path: "^lib/", pathNot: TESTS },
      to: { path: "^(app|inngest|prisma|e2e|tests|bench)/" },
    },
    {
      name: "lib-draws-in-render-only",
      severity: "error",
      comment: "Only lib/render draws, with the same chart components as the screen.",
      from: { path: "^lib/", pathNot: `^lib/render/|${TESTS}` },
      to: { path: "^components/" },
    },
    {
      name: "render-draws-charts-only",
      severity: "error",
      comment: "lib/render may import components/charts and nothing else that renders.",
      from: { path: "^lib/render/" },
      to: { path: "^components/(?!charts/)" },
    },
    {
      name: "shared-floor-below-nouns",
      severity: "error",
      comment: "The shared floor must not know a noun; pass what it needs as an argument.",
      from: { path: SHARED, pathNot: `^lib/render/|^lib/charts/|${TESTS}` },
      to: { path: `^lib/(${NOUN_ORDER.join("|")})/`, pathNot: "/(schemas|document)\\.ts$" },
    },
    {
      name: "next-only-at-the-edge",
      severity: "error",
      comment: "Only lib/http and lib/auth speak to Next.",
      from: { path: "^lib/", pathNot: "^lib/(http|auth)/" },
      to: { path: "^node_modules/next(-auth)?/" },
    },
    {
      name: "prisma-only-in-db",
      severity: "error",
      comment: "Use withTransaction and Tx from lib/db.",
      from: { pathNot: "^(lib/db|scripts|prisma|tests/support)/" },
      to: { path: "^lib/db/generated/|^node_modules/@prisma/" },
    },
    {
      name: "lib-never-imports-inngest",
      severity: "error",
      comment: "Enqueue through lib/jobs.",
      from: { path: "^lib/" },
      to: { path: "^(inngest/|node_modules/inngest/)" },
    },
    {
      name: "components-are-client-safe",
      severity: "error",
      comment:
        "Components import schemas, charts, time, format, utils and errors of lib; server code is handed in as props or actions.",
      from: { path: "^components/", pathNot: TESTS },
      to: { path: "^lib/", pathNot: CLIENT_SAFE },
    },
    {
      name: "components-not-app",
      severity: "error",
      comment: "A screen gets its actions as props, or imports the action declarations of its own noun.",
      from: { path: "^components/" },
      to: { path: "^app/", pathNot: "/actions\\.ts$" },
    },
    {
      name: "features-are-composed-in-app",
      severity: "error",
      comment: "Two features meet in app/, not inside one another.",
      from: {
        path: "^components/(data-sources|queries|dashboards|reports|schedules|distribution|deliveries|exports|mail|members)/",
      },
      to: {
        path: "^components/(data-sources|queries|dashboards|reports|schedules|distribution|deliveries|exports|mail|members)/",
        pathNot: "^components/$1/",
      },
    },
    {
      name: "jobs-call-verbs",
      severity: "error",
      comment: "A job says when; what it means is a verb of lib.",
      from: { path: "^inngest/functions/" },
      to: { path: "^(app|components)/" },
    },
    ...nounRules,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|dist|\\.data|lib/db/generated/(internal|models))" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
