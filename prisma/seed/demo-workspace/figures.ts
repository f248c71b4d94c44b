/** Figures that appear on more than one dashboard or report. */
import type { MetricSpec } from "@/lib/charts/spec";
import { metric, table } from "./visuals";

type Compare = MetricSpec["compare"];

export const revenueMetric = (compare: Compare) => ({
  queryKey: "revenue-summary",
  visual: metric("Revenue", {
    value: "revenue",
    sparklineBy: "period",
    unit: "currency:EUR",
    decimals: 0,
    compare,
    direction: "higher",
  }),
});

export const keptMetric = (compare: Compare) => ({
  queryKey: "kept-appointments",
  visual: metric("Kept appointments", {
    value: "kept",
    sparklineBy: "period",
    unit: "count",
    compare,
    direction: "higher",
  }),
});

export const noShowMetric = (compare: Compare) => ({
  queryKey: "no-show-rate",
  visual: metric("No-show rate", {
    value: "no_shows",
    denominator: "expected",
    sparklineBy: "period",
    unit: "percent",
    compare,
    direction: "lower",
    target: 0.1,
  }),
});

export const trainingsOverdueMetric = (compare: Compare) => ({
  queryKey: "trainings-overdue",
  visual: metric("Trainings overdue", {
    value: "overdue",
    aggregate: "last",
    sparklineBy: "day",
    unit: "count",
    compare,
    direction: "lower",
  }),
});

export const openEventsMetric = (compare: Compare) => ({
  queryKey: "quality-events-open",
  visual: metric("Open quality events", {
    value: "open",
    aggregate: "last",
    sparklineBy: "day",
    unit: "count",
    compare,
    direction: "lower",
  }),
});

export const clinicsTable = {
  queryKey: "clinics-overview",
  visual: table("Clinics", {
    columns: [
      { name: "clinic", label: "Clinic" },
      { name: "revenue", label: "Revenue", decimals: 0 },
      { name: "kept", label: "Kept" },
      { name: "missed_rate", label: "Missed" },
      { name: "slots_used", label: "Slots used" },
    ],
  }),
};

export const practitionersTable = {
  queryKey: "practitioners",
  visual: table("Practitioners", {
    columns: [
      { name: "practitioner", label: "Practitioner" },
      { name: "clinic", label: "Clinic" },
      { name: "department", label: "Department" },
      { name: "kept", label: "Kept" },
      { name: "missed_rate", label: "Missed" },
      { name: "slots_used", label: "Slots used" },
      { name: "revenue", label: "Revenue", decimals: 0 },
    ],
  }),
};

export const overdueTrainingsTable = {
  queryKey: "trainings-overdue-list",
  visual: table("Overdue trainings", {
    columns: [
      { name: "person", label: "Person" },
      { name: "clinic", label: "Clinic" },
      { name: "training", label: "Training" },
      { name: "due_on", label: "Due" },
      { name: "days_overdue", label: "Days overdue", decimals: 0 },
    ],
  }),
};

export const documentsTable = {
  queryKey: "documents-due",
  visual: table("Documents due for review", {
    columns: [
      { name: "document", label: "Document" },
      { name: "owner", label: "Owner" },
      { name: "review_due_on", label: "Due" },
      { name: "status", label: "Status" },
    ],
  }),
};

export const funnelTable = {
  queryKey: "marketing-funnel",
  visual: table("Campaign funnel", {
    columns: [
      { name: "stage", label: "Stage" },
      { name: "count", label: "People" },
      { name: "of_stage_before", label: "Of the stage before" },
      { name: "cost_each", label: "Cost each" },
    ],
  }),
};
