/**
 * Every function of every noun's front door, with the least role that may call it and the things it is given the
 * ids of. What the jobs call has no permission of its own: no page, route or action may import it.
 */
import { randomUUID } from "node:crypto";
import type { RequestContext, Role } from "@/lib/context";
import * as dashboards from "@/lib/dashboards";
import * as dataSources from "@/lib/data-sources";
import { withTransaction } from "@/lib/db";
import * as deliveries from "@/lib/deliveries";
import * as distribution from "@/lib/distribution";
import * as executions from "@/lib/executions";
import * as mail from "@/lib/mail";
import * as members from "@/lib/members";
import * as notifications from "@/lib/notifications";
import * as exports_ from "@/lib/exports";
import * as pictures from "@/lib/pictures";
import * as queries from "@/lib/queries";
import * as reports from "@/lib/reports";
import * as schedules from "@/lib/schedules";
import * as search from "@/lib/search";
import { QueryDefinition } from "@/lib/queries/schemas";
import type { TestSource } from "../support/source";
import { gather } from "../support/gather";
import { drawPicture, inPieces } from "../support/pictures";
import {
  dashboardDraft,
  definition,
  FILE_COLUMNS,
  type Ids,
  METRIC,
  reportDocument,
  schedule,
  widget,
} from "./security-world";

export type Verb = {
  least: Role;
  /** The arguments that are ids, and what they are ids of. */
  ids: Record<string, keyof Ids>;
  call(ctx: RequestContext, ids: Record<string, string>): Promise<unknown>;
};

export type Noun = {
  door: Record<string, unknown>;
  verbs: Record<string, Verb>;
  /** Asked by jobs and by other nouns inside a transaction. With a call: what they do with a foreign id. */
  internal: Record<string, Pick<Verb, "ids" | "call"> | null>;
  /** Reads and writes nothing. */
  pure: string[];
};

function verb<Key extends string>(
  least: Role,
  ids: Record<Key, keyof Ids>,
  call: (ctx: RequestContext, ids: Record<Key, string>) => Promise<unknown>,
): Verb {
  return { least, ids, call };
}

function internal<Key extends string>(
  ids: Record<Key, keyof Ids>,
  call: (ctx: RequestContext, ids: Record<Key, string>) => Promise<unknown>,
): Pick<Verb, "ids" | "call"> {
  return { ids, call };
}

/** A question as other nouns ask it: parsed already. */
const ASKED = {
  definition: QueryDefinition.parse(definition),
  values: {},
  range: { from: "2026-10-01", to: "2026-11-01" },
};
const TEMPLATE = {
  templateId: "performance",
  schema: "shop",
  table: "sales",
  columns: { when: "day", amount: "amount", group: "shop" },
};
const replacedBy = (queryId: string) => ({ q1: { kind: "replaced" as const, queryId, columns: {} } });
const october = { kind: "absolute", from: "2026-10-01", to: "2026-10-31" } as const;
const name = () => `Name ${randomUUID()}`;
const members_ = [{ email: "ada@harbor.example" }];
async function* csvFile(): AsyncGenerator<Uint8Array> {
  yield Buffer.from("name,n\nx,1\n");
}
const run = { runId: "run", attempt: 0, maxAttempts: 1 };

/** `shop` is a data source that answers, for the verbs that take its address. */
export const nouns = (shop: TestSource): Record<string, Noun> => ({
  dashboards: {
    door: dashboards,
    pure: [
      "viewFromParams",
      "viewSearch",
      "effectiveView",
      "filterLabel",
      "inReadingOrder",
      "isFigure",
      "filterWords",
      "valueWords",
    ],
    internal: {
      openPublicPage: null,
      publicDashboardData: null,
      publicFilterOptions: null,
      publicPicture: null,
      unlockPublicLink: null,
      allowedFrameSites: null,
    },
    verbs: {
      createDashboard: verb("EDITOR", { queryId: "query" }, (ctx, { queryId }) =>
        dashboards.createDashboard(ctx, { name: name(), widgets: [widget(queryId)] }),
      ),
      saveDashboard: verb("EDITOR", { dashboardId: "dashboard", queryId: "query" }, (ctx, ids) =>
        dashboards.saveDashboard(ctx, {
          dashboardId: ids.dashboardId,
          expectedVersion: 1,
          name: name(),
          filters: { range: october },
          settings: {},
          widgets: [{ ...widget(ids.queryId), key: "another" }],
        }),
      ),
      deleteDashboard: verb("EDITOR", { dashboardId: "dashboard" }, dashboards.deleteDashboard),
      listDeletedDashboards: verb("EDITOR", {}, dashboards.listDeletedDashboards),
      saveDashboardDraft: verb("EDITOR", { dashboardId: "dashboard" }, (ctx, ids) =>
        dashboards.saveDashboardDraft(ctx, {
          ...ids,
          baseVersion: 1,
          expectedRevision: 0,
          document: dashboardDraft,
        }),
      ),
      getDashboardDraft: verb("EDITOR", { dashboardId: "dashboard" }, dashboards.getDashboardDraft),
      discardDashboardDraft: verb("EDITOR", { dashboardId: "dashboard" }, dashboards.discardDashboardDraft),
      listDashboardVersions: verb("EDITOR", { dashboardId: "dashboard" }, dashboards.listDashboardVersions),
      restoreDashboardVersion: verb("EDITOR", { dashboardId: "dashboard" }, (ctx, ids) =>
        dashboards.restoreDashboardVersion(ctx, { ...ids, number: 1, expectedVersion: 1 }),
      ),
      readAudience: verb("EDITOR", { dashboardId: "dashboard" }, dashboards.readAudience),
      changeDashboardSharing: verb(
        "EDITOR",
        { dashboardId: "dashboard", departmentId: "department" },
        (ctx, ids) =>
          dashboards.changeDashboardSharing(ctx, {
            ...ids,
            visibility: "DEPARTMENT",
            isOpenToEditors: false,
          }),
      ),
      shareDashboard: verb("EDITOR", { dashboardId: "dashboard", userId: "person" }, (ctx, ids) =>
        dashboards.shareDashboard(ctx, {
          dashboardId: ids.dashboardId,
          target: { kind: "person", userId: ids.userId },
          access: "VIEW",
        }),
      ),
      unshareDashboard: verb(
        "EDITOR",
        { dashboardId: "dashboard", departmentId: "sharedDepartment" },
        (ctx, ids) =>
          dashboards.unshareDashboard(ctx, {
            dashboardId: ids.dashboardId,
            target: { kind: "department", departmentId: ids.departmentId },
          }),
      ),
      transferDashboard: verb(
        "EDITOR",
        { dashboardId: "dashboard", ownerId: "colleague" },
        dashboards.transferDashboard,
      ),
      transferOwnedDashboards: verb(
        "ADMIN",
        { fromUserId: "author", ownerId: "colleague" },
        dashboards.transferOwnedDashboards,
      ),
      listOwnedDashboards: verb("ADMIN", { userId: "author" }, dashboards.listOwnedDashboards),
      firstDashboard: verb("VIEWER", {}, dashboards.firstDashboard),
      chooseOwnStart: verb("VIEWER", { dashboardId: "dashboard" }, dashboards.chooseOwnStart),
      setDashboardStart: verb(
        "ADMIN",
        { dashboardId: "dashboard", departmentId: "department" },
        (ctx, { dashboardId, departmentId }) =>
          dashboards.setDashboardStart(ctx, { dashboardId, target: { of: "department", departmentId } }),
      ),
      clearOwnStart: verb("VIEWER", {}, (ctx) => dashboards.clearOwnStart(ctx)),
      clearDashboardStart: verb("ADMIN", { departmentId: "department" }, (ctx, { departmentId }) =>
        dashboards.clearDashboardStart(ctx, { target: { of: "department", departmentId } }),
      ),
      listDashboardStarts: verb("ADMIN", {}, dashboards.listDashboardStarts),
      setFavouriteDashboard: verb("VIEWER", { dashboardId: "dashboard" }, (ctx, ids) =>
        dashboards.setFavouriteDashboard(ctx, { ...ids, isFavourite: true }),
      ),
      getDefaultView: verb("VIEWER", { dashboardId: "dashboard" }, dashboards.getDefaultView),
      saveDefaultView: verb("VIEWER", { dashboardId: "dashboard" }, (ctx, ids) =>
        dashboards.saveDefaultView(ctx, { ...ids, view: { range: october } }),
      ),
      clearDefaultView: verb("VIEWER", { dashboardId: "dashboard" }, dashboards.clearDefaultView),
      restoreDashboard: verb("EDITOR", { dashboardId: "deletedDashboard" }, dashboards.restoreDashboard),
      getDashboard: verb("VIEWER", { dashboardId: "dashboard" }, dashboards.getDashboard),
      listDashboards: verb("VIEWER", {}, dashboards.listDashboards),
      recordDashboardUse: verb("VIEWER", { dashboardId: "dashboard" }, dashboards.recordDashboardUse),
      dashboardData: verb("VIEWER", { dashboardId: "dashboard" }, async (ctx, ids) =>
        gather(
          await dashboards.dashboardData(ctx, { ...ids, widgetKeys: ["revenue"], view: { range: october } }),
        ),
      ),
      createDashboardFromTemplate: verb("EDITOR", { dataSourceId: "dataSource" }, (ctx, ids) =>
        dashboards.createDashboardFromTemplate(ctx, { ...ids, ...TEMPLATE, name: name() }),
      ),
      previewDashboardTemplate: verb("EDITOR", { dataSourceId: "dataSource" }, (ctx, ids) =>
        dashboards.previewDashboardTemplate(ctx, { ...ids, ...TEMPLATE }),
      ),
      listDashboardTemplates: verb("EDITOR", {}, dashboards.listDashboardTemplates),
      saveAsTemplate: verb("EDITOR", { dashboardId: "dashboard" }, (ctx, ids) =>
        dashboards.saveAsTemplate(ctx, { ...ids, name: name() }),
      ),
      listWorkspaceTemplates: verb("EDITOR", {}, dashboards.listWorkspaceTemplates),
      previewWorkspaceTemplate: verb(
        "EDITOR",
        { templateId: "template", queryId: "query" },
        (ctx, { templateId, queryId }) =>
          dashboards.previewWorkspaceTemplate(ctx, { templateId, queries: replacedBy(queryId) }),
      ),
      createFromWorkspaceTemplate: verb(
        "EDITOR",
        { templateId: "template", queryId: "query" },
        (ctx, { templateId, queryId }) =>
          dashboards.createFromWorkspaceTemplate(ctx, {
            templateId,
            name: name(),
            queries: replacedBy(queryId),
          }),
      ),
      renameWorkspaceTemplate: verb("EDITOR", { templateId: "template" }, (ctx, ids) =>
        dashboards.renameWorkspaceTemplate(ctx, { ...ids, name: name() }),
      ),
      deleteWorkspaceTemplate: verb("EDITOR", { templateId: "template" }, dashboards.deleteWorkspaceTemplate),
      createPublicLink: verb("EDITOR", { dashboardId: "dashboard" }, (ctx, ids) =>
        dashboards.createPublicLink(ctx, { ...ids, kind: "PAGE", name: name() }),
      ),
      listPublicLinks: verb("EDITOR", { dashboardId: "dashboard" }, dashboards.listPublicLinks),
      revokePublicLink: verb("EDITOR", { linkId: "publicLink" }, dashboards.revokePublicLink),
      firstWidgetData: verb("VIEWER", { dashboardId: "dashboard" }, async (ctx, ids) => {
        const view = { range: october, comparison: "none" as const, values: {}, cross: [] };
        return dashboards.firstWidgetData(ctx, await dashboards.getDashboard(ctx, ids), {
          view,
          tab: null,
          limitMs: 5_000,
        });
      }),
      listFilterOptions: verb("VIEWER", { dashboardId: "dashboard" }, (ctx, ids) =>
        dashboards.listFilterOptions(ctx, { ...ids, filter: "shop" }),
      ),
      drillWidget: verb("VIEWER", { dashboardId: "dashboard" }, (ctx, ids) =>
        dashboards.drillWidget(ctx, {
          ...ids,
          widgetKey: "revenue",
          view: { range: october },
          to: "rows",
          steps: [],
        }),
      ),
      explainWidget: verb("VIEWER", { dashboardId: "dashboard" }, (ctx, ids) =>
        dashboards.explainWidget(ctx, { ...ids, widgetKey: "revenue", view: { range: october } }),
      ),
      previewWidget: verb("EDITOR", { queryId: "query" }, (ctx, ids) =>
        dashboards.previewWidget(ctx, {
          ...ids,
          visual: { kind: "table", title: "" },
          range: october,
          under: { filters: {}, view: { range: october }, bindings: {} },
        }),
      ),
      figureColumns: verb("EDITOR", { queryId: "query" }, (ctx, ids) =>
        dashboards.figureColumns(ctx, { ...ids, range: october }),
      ),
    },
  },
  "data-sources": {
    door: dataSources,
    pure: [],
    internal: {
      findQuerySource: internal({ id: "dataSource" }, (ctx, { id }) => dataSources.findQuerySource(ctx, id)),
      readQuerySource: internal({ id: "dataSource" }, (ctx, { id }) =>
        withTransaction(ctx, (tx) => dataSources.readQuerySource(tx, ctx, id)),
      ),
      loadFile: internal({ loadId: "fileLoad" }, (ctx, ids) =>
        dataSources.loadFile(ctx, { ...ids, runId: "run" }),
      ),
      loadOutcome: internal({ loadId: "fileLoad" }, dataSources.loadOutcome),
      endLoadAsFailed: internal({ loadId: "fileLoad" }, (ctx, ids) =>
        dataSources.endLoadAsFailed(ctx, { ...ids, runId: "run", reason: "It failed." }),
      ),
      sweepUploads: null,
    },
    verbs: {
      receiveUpload: verb("EDITOR", { dataSourceId: "fileSource" }, (ctx, ids) =>
        dataSources.receiveUpload(ctx, { ...ids, fileName: "a.csv" }, csvFile()),
      ),
      inspectUpload: verb("EDITOR", { loadId: "fileLoad" }, dataSources.inspectUpload),
      cancelLoad: verb("EDITOR", { loadId: "requestedFileLoad" }, dataSources.cancelLoad),
      discardUpload: verb("EDITOR", { loadId: "spareFileLoad" }, dataSources.discardUpload),
      listFileTables: verb("EDITOR", { dataSourceId: "fileSource" }, dataSources.listFileTables),
      getFileTable: verb("EDITOR", { tableId: "fileTable" }, dataSources.getFileTable),
      listFileLoads: verb("EDITOR", { dataSourceId: "fileSource" }, dataSources.listFileLoads),
      getFileLoad: verb("EDITOR", { loadId: "fileLoad" }, dataSources.getFileLoad),
      getLoadRequest: verb("EDITOR", { loadId: "fileLoad" }, dataSources.getLoadRequest),
      renameFileTable: verb("EDITOR", { tableId: "fileTable" }, (ctx, ids) =>
        dataSources.renameFileTable(ctx, { ...ids, name: name() }),
      ),
      requestLoad: verb("EDITOR", { loadId: "fileLoad", tableId: "fileTable" }, (ctx, { loadId, tableId }) =>
        dataSources.requestLoad(ctx, { loadId, columns: FILE_COLUMNS, target: { mode: "replace", tableId } }),
      ),
      deleteFileTable: verb("EDITOR", { tableId: "spareFileTable" }, dataSources.deleteFileTable),
      createDataSource: verb("ADMIN", {}, (ctx) =>
        dataSources.createDataSource(ctx, { name: name(), ...shop }),
      ),
      updateDataSource: verb("ADMIN", { dataSourceId: "dataSource" }, (ctx, ids) =>
        dataSources.updateDataSource(ctx, { ...ids, name: name(), settings: shop.settings }),
      ),
      deleteDataSource: verb("ADMIN", { dataSourceId: "spareDataSource" }, dataSources.deleteDataSource),
      checkDataSource: verb("ADMIN", { dataSourceId: "dataSource" }, dataSources.checkDataSource),
      testConnection: verb("ADMIN", { dataSourceId: "dataSource" }, (ctx, ids) =>
        dataSources.testConnection(ctx, { ...ids, kind: shop.kind, settings: shop.settings }),
      ),
      describeDataSource: verb("EDITOR", { dataSourceId: "dataSource" }, dataSources.describeDataSource),
      sampleTable: verb("EDITOR", { dataSourceId: "dataSource" }, (ctx, ids) =>
        dataSources.sampleTable(ctx, { ...ids, schema: "shop", table: "sales" }),
      ),
      getDataSource: verb("EDITOR", { dataSourceId: "dataSource" }, dataSources.getDataSource),
      listDataSources: verb("EDITOR", {}, dataSources.listDataSources),
    },
  },
  pictures: {
    door: pictures,
    pure: [],
    internal: {
      openPicture: internal({ pictureId: "picture" }, (ctx, { pictureId }) =>
        pictures.openPicture(ctx, pictureId),
      ),
      printedPicture: internal({ pictureId: "picture" }, (ctx, { pictureId }) =>
        pictures.printedPicture(ctx, pictureId),
      ),
    },
    verbs: {
      uploadPicture: verb("EDITOR", {}, async (ctx) =>
        pictures.uploadPicture(ctx, { fileName: "a.png" }, inPieces(await drawPicture())),
      ),
      listPictures: verb("EDITOR", {}, pictures.listPictures),
      readPicture: verb("VIEWER", { pictureId: "picture" }, pictures.readPicture),
      deletePicture: verb("EDITOR", { pictureId: "sparePicture" }, pictures.deletePicture),
    },
  },
  queries: {
    door: queries,
    pure: ["inBrackets", "periodText", "toldUnits"],
    internal: {
      findSeenQueries: null,
      optionsOfParameters: internal({ queryId: "query" }, (ctx, { queryId }) =>
        queries.optionsOfParameters(ctx, {
          parameters: [
            { name: "day", type: "text", options: { kind: "query", queryId, valueColumn: "day" } },
          ],
          parameter: "day",
        }),
      ),
      explainFigure: internal({ queryId: "query" }, (ctx, ids) =>
        queries.explainFigure(ctx, { ...ids, visual: METRIC, range: october }, { purpose: "DASHBOARD" }),
      ),
      insertQuery: null,
      findColumnOrigin: internal({ queryId: "query" }, (ctx, ids) =>
        queries.findColumnOrigin(ctx, { ...ids, vouchedBy: null, column: "day" }),
      ),
      findReaderQueries: null,
      checkExecution: internal({ dataSourceId: "dataSource" }, (ctx, ids) =>
        queries.checkExecution(ctx, { ...ids, ...ASKED }),
      ),
      streamQuery: internal({ dataSourceId: "dataSource" }, (ctx, ids) =>
        queries.streamQuery(
          ctx,
          { ...ids, ...ASKED, queryId: null },
          { timeoutMs: 10_000 },
          { rows: async ({ columns }) => columns.length },
        ),
      ),
      settleRuns: null,
      tidyRuns: null,
    },
    verbs: {
      listRuns: verb("VIEWER", { queryId: "query", dataSourceId: "dataSource" }, queries.listRuns),
      listSlowRuns: verb("VIEWER", { queryId: "query", dataSourceId: "dataSource" }, queries.listSlowRuns),
      answerQuery: verb("VIEWER", { queryId: "query" }, (ctx, ids) =>
        queries.answerQuery(ctx, { ...ids, range: october }),
      ),
      getRun: verb("VIEWER", { runId: "queryRun" }, queries.getRun),
      cancelRun: verb("VIEWER", { runId: "queryRun" }, queries.cancelRun),
      readCacheOverview: verb("ADMIN", {}, queries.readCacheOverview),
      clearCache: verb("ADMIN", { queryId: "query" }, (ctx, { queryId }) =>
        queries.clearCache(ctx, { scope: { kind: "query", queryId } }),
      ),
      createQuery: verb("EDITOR", { dataSourceId: "dataSource" }, (ctx, ids) =>
        queries.createQuery(ctx, { ...ids, name: name(), definition }),
      ),
      updateQuery: verb("EDITOR", { queryId: "query", dataSourceId: "dataSource" }, (ctx, ids) =>
        queries.updateQuery(ctx, { ...ids, name: name(), definition }),
      ),
      deleteQuery: verb("EDITOR", { queryId: "spareQuery" }, queries.deleteQuery),
      restoreQuery: verb("EDITOR", { queryId: "deletedQuery" }, queries.restoreQuery),
      listDeletedQueries: verb("EDITOR", {}, queries.listDeletedQueries),
      copyQuery: verb("EDITOR", { queryId: "query" }, (ctx, ids) =>
        queries.copyQuery(ctx, { ...ids, name: name() }),
      ),
      createFromTemplate: verb("EDITOR", { dataSourceId: "dataSource" }, (ctx, ids) =>
        queries.createFromTemplate(ctx, {
          ...ids,
          templateId: "rows-by-week",
          name: name(),
          schema: "shop",
          table: "sales",
          columns: { when: "day" },
        }),
      ),
      setFavouriteQuery: verb("VIEWER", { queryId: "query" }, (ctx, ids) =>
        queries.setFavouriteQuery(ctx, { ...ids, isFavourite: true }),
      ),
      restoreQueryVersion: verb("EDITOR", { queryId: "query" }, (ctx, ids) =>
        queries.restoreQueryVersion(ctx, { ...ids, number: 1 }),
      ),
      transferQuery: verb("EDITOR", { queryId: "query", ownerId: "colleague" }, queries.transferQuery),
      listOwnedQueries: verb("ADMIN", { userId: "person" }, queries.listOwnedQueries),
      transferOwnedQueries: verb(
        "ADMIN",
        { fromUserId: "author", ownerId: "colleague" },
        queries.transferOwnedQueries,
      ),
      listSharingChoices: verb("EDITOR", {}, queries.listSharingChoices),
      getQueryUses: verb("VIEWER", { queryId: "query" }, queries.getQueryUses),
      listTableUses: verb("EDITOR", { dataSourceId: "dataSource" }, (ctx, ids) =>
        queries.listTableUses(ctx, { ...ids, table: "sales" }),
      ),
      getQuery: verb("VIEWER", { queryId: "query" }, queries.getQuery),
      listQueries: verb("VIEWER", { dataSourceId: "dataSource" }, queries.listQueries),
      listQueryVersions: verb("VIEWER", { queryId: "query" }, queries.listQueryVersions),
      prepareFigure: verb("EDITOR", { queryId: "query" }, (ctx, ids) =>
        queries.prepareFigure(ctx, { ...ids, visual: METRIC, range: october }, { purpose: "EDITOR" }),
      ),
      runQuery: verb("EDITOR", { queryId: "query" }, (ctx, ids) =>
        queries.runQuery(ctx, {
          ...ids,
          values: { from: "2026-10-01", to: "2026-11-01" },
          purpose: "EDITOR",
        }),
      ),
      listParameterOptions: verb("VIEWER", { queryId: "query" }, (ctx, ids) =>
        queries.listParameterOptions(ctx, { ...ids, parameter: "shop" }),
      ),
      tryParameterOptions: verb("EDITOR", { queryId: "query" }, (ctx, { queryId }) =>
        queries.tryParameterOptions(ctx, {
          parameters: [
            { name: "day", type: "text", options: { kind: "query", queryId, valueColumn: "day" } },
          ],
          parameter: "day",
        }),
      ),
      listColumnValues: verb("EDITOR", { dataSourceId: "dataSource" }, (ctx, ids) =>
        queries.listColumnValues(ctx, {
          ...ids,
          schema: "shop",
          table: "sales",
          column: "shop",
          type: "text",
        }),
      ),
      tryQuery: verb("EDITOR", { dataSourceId: "dataSource" }, (ctx, ids) =>
        queries.tryQuery(ctx, { ...ids, definition, range: october }),
      ),
      previewQuery: verb("EDITOR", { dataSourceId: "dataSource" }, (ctx, ids) =>
        queries.previewQuery(ctx, { ...ids, definition, range: october }),
      ),
      explainQuery: verb("EDITOR", { dataSourceId: "dataSource" }, (ctx, ids) =>
        queries.explainQuery(ctx, { ...ids, definition, range: october }),
      ),
    },
  },
  exports: {
    door: exports_,
    pure: [],
    internal: {
      runExport: internal({ exportId: "export" }, (ctx, ids) => exports_.runExport(ctx, { ...ids, ...run })),
      endExport: internal({ exportId: "export" }, (ctx, ids) =>
        exports_.endExport(ctx, { ...ids, ...run }, { state: "FAILED", error: "no" }),
      ),
      sweepExports: null,
    },
    verbs: {
      requestExport: verb("EDITOR", { queryId: "query" }, (ctx, ids) =>
        exports_.requestExport(ctx, { of: "query", ...ids, format: "CSV", range: october }),
      ),
      requestDashboardExport: verb("VIEWER", { dashboardId: "dashboard" }, (ctx, ids) =>
        exports_.requestDashboardExport(ctx, { ...ids, format: "PDF", view: { range: october } }),
      ),
      cancelExport: verb("VIEWER", { exportId: "export" }, exports_.cancelExport),
      getExport: verb("VIEWER", { exportId: "export" }, exports_.getExport),
      listExports: verb("VIEWER", {}, exports_.listExports),
      downloadExport: verb("VIEWER", { exportId: "finishedExport" }, exports_.downloadExport),
    },
  },
  reports: {
    door: reports,
    pure: ["periodText"],
    internal: {},
    verbs: {
      createReport: verb("EDITOR", {}, (ctx) => reports.createReport(ctx, { name: name() })),
      createReportFromDashboard: verb("EDITOR", { dashboardId: "dashboard" }, (ctx, ids) =>
        reports.createReportFromDashboard(ctx, { ...ids, name: name() }),
      ),
      saveReportDraft: verb("EDITOR", { reportId: "report", queryId: "query" }, (ctx, ids) =>
        reports.saveReportDraft(ctx, {
          reportId: ids.reportId,
          expectedRevision: 2,
          name: name(),
          description: "",
          document: reportDocument(ids.queryId),
        }),
      ),
      publishReport: verb("EDITOR", { reportId: "report" }, reports.publishReport),
      restoreReportVersion: verb("EDITOR", { reportId: "report" }, (ctx, ids) =>
        reports.restoreReportVersion(ctx, { ...ids, number: 1 }),
      ),
      deleteReport: verb("EDITOR", { reportId: "spareReport" }, reports.deleteReport),
      getReport: verb("VIEWER", { reportId: "report" }, reports.getReport),
      listReports: verb("VIEWER", {}, reports.listReports),
      prepareReport: verb("VIEWER", { reportId: "report" }, reports.prepareReport),
      renderReport: verb("VIEWER", { reportId: "report" }, (ctx, ids) =>
        reports.renderReport(ctx, { ...ids, format: "CSV" }),
      ),
    },
  },
  distribution: {
    door: distribution,
    pure: [],
    internal: {
      checkRecipients: internal({ listId: "list" }, (ctx, { listId }) =>
        withTransaction(ctx, (tx) =>
          distribution.checkRecipients(ctx, tx, [{ type: "list", listId, kind: "TO" }]),
        ),
      ),
      resolveRecipients: internal({ listId: "list" }, (ctx, { listId }) =>
        withTransaction(ctx, (tx) =>
          distribution.resolveRecipients(ctx, tx, [{ type: "list", listId, kind: "TO" }]),
        ),
      ),
      countRecipients: internal({ listId: "list" }, (ctx, { listId }) =>
        withTransaction(ctx, (tx) =>
          distribution.countRecipients(ctx, tx, [[{ type: "list", listId, kind: "TO" }]]),
        ),
      ),
      findBlocks: null,
    },
    verbs: {
      createList: verb("ADMIN", {}, (ctx) =>
        distribution.createList(ctx, { name: name(), members: members_ }),
      ),
      updateList: verb("ADMIN", { listId: "list" }, (ctx, ids) =>
        distribution.updateList(ctx, { ...ids, name: name(), members: members_ }),
      ),
      deleteList: verb("ADMIN", { listId: "spareList" }, distribution.deleteList),
      getList: verb("VIEWER", { listId: "list" }, distribution.getList),
      listLists: verb("VIEWER", {}, distribution.listLists),
    },
  },
  schedules: {
    door: schedules,
    pure: ["checkCron", "checkTiming", "checkZone", "describeTiming", "nextRun", "describeNextRuns"],
    internal: {
      claimDueSchedules: null,
      overdueSchedules: null,
      isActiveMember: null,
      recordScheduleOutcome: internal({ scheduleId: "schedule" }, (ctx, { scheduleId }) =>
        withTransaction(ctx, (tx) =>
          schedules.recordScheduleOutcome(tx, ctx, { scheduleId, failed: true, reason: "It failed." }),
        ),
      ),
    },
    verbs: {
      createSchedule: verb("EDITOR", { reportId: "report", listId: "list" }, (ctx, ids) =>
        schedules.createSchedule(ctx, schedule(ids.reportId, ids.listId)),
      ),
      updateSchedule: verb(
        "EDITOR",
        { scheduleId: "schedule", reportId: "report", listId: "list" },
        (ctx, { scheduleId, reportId, listId }) =>
          schedules.updateSchedule(ctx, { scheduleId, ...schedule(reportId, listId) }),
      ),
      pauseSchedule: verb("EDITOR", { scheduleId: "schedule" }, schedules.pauseSchedule),
      resumeSchedule: verb("EDITOR", { scheduleId: "schedule" }, schedules.resumeSchedule),
      deleteSchedule: verb("EDITOR", { scheduleId: "schedule" }, schedules.deleteSchedule),
      runScheduleNow: verb("EDITOR", { scheduleId: "schedule" }, schedules.runScheduleNow),
      getSchedule: verb("VIEWER", { scheduleId: "schedule" }, schedules.getSchedule),
      listSchedules: verb("VIEWER", {}, schedules.listSchedules),
      nextRuns: verb("VIEWER", {}, (ctx) =>
        schedules.nextRuns(ctx, { cron: "0 7 * * *", zone: "Europe/Berlin" }),
      ),
    },
  },
  executions: {
    door: executions,
    pure: [],
    internal: {
      generateExecution: internal({ executionId: "pendingExecution" }, (ctx, ids) =>
        executions.generateExecution(ctx, { ...ids, ...run }),
      ),
      failExecution: internal({ executionId: "pendingExecution" }, (ctx, ids) =>
        executions.failExecution(ctx, { ...ids, ...run, reason: "It failed." }),
      ),
      sweepDueSchedules: null,
      watchdog: null,
      // Its permission is the signature of the link: see security-links.
      openFileLink: null,
    },
    verbs: {
      cancelExecution: verb("EDITOR", { executionId: "pendingExecution" }, executions.cancelExecution),
      releaseExecution: verb("ADMIN", { executionId: "heldExecution" }, executions.releaseExecution),
      downloadFile: verb("VIEWER", { fileId: "file" }, executions.downloadFile),
      getExecution: verb("VIEWER", { executionId: "execution" }, executions.getExecution),
      listExecutions: verb(
        "VIEWER",
        { reportId: "report", scheduleId: "schedule", after: "heldExecution" },
        executions.listExecutions,
      ),
    },
  },
  deliveries: {
    door: deliveries,
    pure: [
      "executionPath",
      "fileLinkToken",
      "fileLinkUrl",
      "readFileLink",
      "serializeDelivery",
      "executionKey",
      "sha256Of",
    ],
    internal: {
      planDeliveries: null,
      recoverDeliveries: null,
      disabledNotice: null,
      storeDocument: null,
      sendDelivery: internal({ deliveryId: "delivery" }, (ctx, ids) =>
        deliveries.sendDelivery(ctx, { ...ids, ...run }),
      ),
      failDelivery: internal({ deliveryId: "delivery" }, (ctx, ids) =>
        deliveries.failDelivery(ctx, { ...ids, ...run, reason: "It failed." }),
      ),
      settleExecution: internal({ executionId: "execution" }, (ctx, { executionId }) =>
        withTransaction(ctx, (tx) => deliveries.settleExecution(tx, ctx, executionId)),
      ),
      readStoredDocument: internal({ executionId: "execution" }, (ctx, { executionId }) =>
        deliveries.readStoredDocument(ctx, executionId),
      ),
      deleteStoredDocument: internal({ executionId: "execution" }, (ctx, { executionId }) =>
        deliveries.deleteStoredDocument(ctx, executionId),
      ),
    },
    verbs: {
      listDeliveries: verb(
        "EDITOR",
        { executionId: "execution", scheduleId: "schedule", after: "delivery" },
        deliveries.listDeliveries,
      ),
      resendDeliveries: verb(
        "ADMIN",
        { executionId: "execution", deliveryId: "delivery" },
        (ctx, { executionId, deliveryId }) =>
          deliveries.resendDeliveries(ctx, { executionId, deliveryIds: [deliveryId] }),
      ),
    },
  },
  mail: {
    door: mail,
    pure: ["oneLine", "senderAddress", "encodedSize", "fitAttachments", "mailFailure", "mailFailureKind"],
    internal: { createMailTransport: null, mailTransport: null },
    verbs: {
      listMails: verb("ADMIN", { after: "mail" }, mail.listMails),
      getMail: verb("ADMIN", { mailId: "mail" }, mail.getMail),
      getAttachment: verb("ADMIN", { mailId: "mail", attachmentId: "attachment" }, mail.getAttachment),
    },
  },
  members: {
    door: members,
    pure: [],
    internal: {},
    verbs: {
      listMembers: verb("ADMIN", {}, members.listMembers),
      changeMemberRole: verb("ADMIN", { memberId: "member" }, (ctx, ids) =>
        members.changeMemberRole(ctx, { ...ids, role: "EDITOR" }),
      ),
      deactivateMember: verb("ADMIN", { memberId: "member" }, members.deactivateMember),
      reactivateMember: verb("ADMIN", { memberId: "member" }, members.reactivateMember),
    },
  },
  search: {
    door: search,
    pure: [],
    internal: {},
    verbs: {
      searchByName: verb("VIEWER", {}, (ctx) => search.searchByName(ctx, { query: "a" })),
    },
  },
  notifications: {
    door: notifications,
    pure: [],
    internal: {
      mailNotices: null,
      recordNotice: null,
      recordLoadNotice: internal({ loadId: "fileLoad" }, notifications.recordLoadNotice),
    },
    verbs: {
      // Addressed to the person: everybody may, nobody sees another's.
      listNotifications: verb("VIEWER", {}, (ctx) => notifications.listNotifications(ctx)),
      markNotificationsRead: verb("VIEWER", { notificationId: "notification" }, (ctx, { notificationId }) =>
        notifications.markNotificationsRead(ctx, { ids: [notificationId] }),
      ),
    },
  },
});
