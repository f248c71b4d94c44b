"use client";
import { useState, useTransition } from "react";
import { z } from "zod";
import { Inbox, List, Grid3x3, MoreHorizontal } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle, DialogTrigger, DialogClose } from "@/components/ui/dialog";
import { DropdownMenu, DropdownMenuCheckboxItem, DropdownMenuContent, DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";
import { NoPermissionState } from "@/components/ui/no-permission-state";
import { OfflineBanner } from "@/components/ui/offline-banner";
import { Pagination } from "@/components/ui/pagination";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Progress } from "@/components/ui/progress";
import { RelativeTime } from "@/components/ui/relative-time";
import { ScrollArea } from "@/components/ui/scroll-area";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue, SelectGroup, SelectLabel } from "@/components/ui/select";
import { Separator } from "@/components/ui/separator";
import { Sheet, SheetBody, SheetContent, SheetDescription, SheetFooter, SheetHeader, SheetTitle, SheetTrigger } from "@/components/ui/sheet";
import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";
import { StatusBadge } from "@/components/ui/status-badge";
import { STATUS_LOOKS, type StatusKind } from "@/components/ui/status-registry";
import { Switch } from "@/components/ui/switch";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableFooter } from "@/components/ui/table";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toaster";
import { Hint } from "@/components/ui/tooltip";
import { Form, FormActions } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { CheckboxField, NumberField, SelectField, SwitchField, TextareaField, TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import type { ActionResult } from "@/lib/http/action-result";
import Link from "next/link";

const Schema = z.object({ name: z.string().min(1, "Give it a name."), email: z.email("This is not an e-mail address, e.g. ada@harbor.example."), rows: z.number("Enter a number.").int().min(1, "At least 1 row."), kind: z.enum(["pdf", "xlsx"]), note: z.string().max(20, "At most 20 characters."), stale: z.boolean(), on: z.boolean() });

function DemoForm() {
  const form = useActionForm({
    schema: Schema,
    defaultValues: { name: "", email: "", rows: 10, kind: "pdf", note: "", stale: false, on: true },
    action: async (input): Promise<ActionResult<string>> => {
      await new Promise((r) => setTimeout(r, 600));
      if (input.name === "net") throw new TypeError("Failed to fetch");
      if (input.name === "bad") return { ok: false, error: { code: "invalid_input", message: "The schedule was not saved.", details: { fields: { email: "harbor.example is not on the list of allowed domains.", cron: "The time is missing." } }, requestId: "req_01J9Z" } };
      return { ok: true, data: input.name };
    },
    onSuccess: (data) => toast.success("Saved", { description: data }),
  });
  return (
    <Form form={form}>
      <FormError />
      <TextField control={form.control} name="name" label="Name" hint="Shown in the subject of the mail." />
      <TextField control={form.control} name="email" label="E-mail" controlProps={{ type: "email", autoComplete: "off" }} />
      <div className="grid gap-5 sm:grid-cols-2">
        <NumberField control={form.control} name="rows" label="Rows" />
        <SelectField control={form.control} name="kind" label="Format"><option value="pdf">PDF</option><option value="xlsx">Workbook</option></SelectField>
      </div>
      <TextareaField control={form.control} name="note" label="Note" optional />
      <CheckboxField control={form.control} name="stale" label="Hold it when data is stale" hint="Nothing is sent until an admin releases it." />
      <SwitchField control={form.control} name="on" label="Active" />
      <FormActions><Button>Cancel</Button><SubmitButton>Save schedule</SubmitButton></FormActions>
    </Form>
  );
}

export function Gallery({ now }: { now: string }) {
  const [seg, setSeg] = useState<"list" | "grid">("list");
  const [loading, start] = useTransition();
  const [page, setPage] = useState(2);
  const before = (s: number) => new Date(new Date(now).getTime() - s * 1000).toISOString();
  return (
    <main className="mx-auto flex max-w-5xl flex-col gap-8 p-6">
      <OfflineBanner />
      <h1 className="font-serif text-title">Gallery</h1>
      <Breadcrumbs items={[{ label: "Dashboards", href: "/" }, { label: "Executive summary" }]} />
      <section className="flex flex-wrap items-center gap-3">
        <Button variant="primary">Schedule</Button><Button>Export</Button><Button variant="ghost">Edit</Button><Button variant="danger">Delete</Button>
        <Button variant="primary" loading>Saving</Button><Button disabled>Disabled</Button><Button size="sm">Small</Button><Button size="lg" variant="primary">Large</Button>
        <Hint text="More actions"><Button size="icon" variant="ghost" aria-label="More"><MoreHorizontal aria-hidden /></Button></Hint>
        <Button asChild><Link href="/gallery/shell">Link</Link></Button>
        <Button onClick={() => toast.success("Report published", { description: "Version 8 is live.", action: { label: "Undo", onClick: () => {} } })} id="toast">Toast</Button>
        <Button onClick={() => toast.error("Not saved", { description: "Broadsheet could not be reached." })}>Toast error</Button>
        <Button loading={loading} onClick={() => start(() => new Promise((r) => setTimeout(r, 500)))}>Work</Button>
      </section>
      <section className="flex flex-wrap gap-2">
        {(["neutral", "accent", "good", "bad", "warn", "info", "outline"] as const).map((t) => <Badge key={t} tone={t}>{t}</Badge>)} <Kbd>⌘K</Kbd>
      </section>
      {(Object.keys(STATUS_LOOKS) as StatusKind[]).map((kind) => (
        <section key={kind} className="flex flex-wrap gap-2"><span className="w-24 text-ink-3">{kind}</span>{Object.keys(STATUS_LOOKS[kind]).map((state) => <StatusBadge key={state} kind={kind} state={state as never} />)}</section>
      ))}
      <section className="flex flex-wrap gap-6"><RelativeTime at={before(20)} now={now} zone="Europe/Berlin" /><RelativeTime at={before(7300)} now={now} zone="Europe/Berlin" /><RelativeTime at={before(86400 * 40)} zone="America/New_York" locale="en-US" /></section>
      <section className="grid gap-4 sm:grid-cols-2">
        <div className="flex flex-col gap-1.5"><Label htmlFor="g1">Text</Label><Input id="g1" placeholder="Placeholder" /></div>
        <div className="flex flex-col gap-1.5"><Label htmlFor="g2">Invalid</Label><Input id="g2" aria-invalid defaultValue="nope" /></div>
        <div className="flex flex-col gap-1.5"><Label htmlFor="g3">Native</Label><NativeSelect id="g3"><option>Europe/Berlin</option></NativeSelect></div>
        <div className="flex flex-col gap-1.5"><Label id="g4l" htmlFor="g4">Select</Label>
          <Select defaultValue="a"><SelectTrigger id="g4"><SelectValue /></SelectTrigger><SelectContent><SelectGroup><SelectLabel>Charts</SelectLabel><SelectItem value="a">Line, compared with a year earlier</SelectItem><SelectItem value="b">Bar</SelectItem></SelectGroup></SelectContent></Select></div>
        <div className="flex flex-col gap-1.5"><Label htmlFor="g5">Area</Label><Textarea id="g5" /></div>
        <div className="flex flex-col gap-1.5"><Label htmlFor="g6">Disabled</Label><Input id="g6" disabled defaultValue="Locked" /></div>
        <div className="flex items-center gap-4"><Checkbox aria-label="c1" /><Checkbox aria-label="c2" defaultChecked /><Checkbox aria-label="c3" checked="indeterminate" /><Switch aria-label="s1" /><Switch aria-label="s2" defaultChecked /></div>
        <SegmentedControl label="View" value={seg} onValueChange={setSeg} options={[{ value: "list", label: "List", icon: <List aria-hidden /> }, { value: "grid", label: "Grid", icon: <Grid3x3 aria-hidden /> }]} />
      </section>
      <Separator />
      <section className="flex flex-wrap gap-3">
        <Dialog><DialogTrigger asChild><Button>Dialog</Button></DialogTrigger><DialogContent><DialogHeader><DialogTitle>Share this dashboard</DialogTitle><DialogDescription>People with the link see the figures of their own clinic.</DialogDescription></DialogHeader><Label htmlFor="d1">Name</Label><Input id="d1" className="mt-1.5" /><DialogFooter><DialogClose asChild><Button>Cancel</Button></DialogClose><Button variant="primary">Share</Button></DialogFooter></DialogContent></Dialog>
        <ConfirmDialog trigger={<Button variant="danger">Delete…</Button>} verb="Delete" name="Clinic operations, monthly" consequence="3 schedules stop sending. The files of past runs are kept for 90 days." onConfirm={() => new Promise((r) => setTimeout(r, 500))} />
        <Sheet><SheetTrigger asChild><Button>Sheet</Button></SheetTrigger><SheetContent><SheetHeader><SheetTitle>Chart</SheetTitle><SheetDescription>What it shows and how.</SheetDescription></SheetHeader><SheetBody>Body</SheetBody><SheetFooter><Button variant="primary">Apply</Button></SheetFooter></SheetContent></Sheet>
        <DropdownMenu><DropdownMenuTrigger asChild><Button>Menu</Button></DropdownMenuTrigger><DropdownMenuContent><DropdownMenuLabel>Report</DropdownMenuLabel><DropdownMenuItem><Inbox aria-hidden />Send me a test</DropdownMenuItem><DropdownMenuCheckboxItem checked>Totals</DropdownMenuCheckboxItem><DropdownMenuSeparator /><DropdownMenuItem destructive>Delete…</DropdownMenuItem></DropdownMenuContent></DropdownMenu>
        <Popover><PopoverTrigger asChild><Button>Popover</Button></PopoverTrigger><PopoverContent aria-label="Period">Choose a period.</PopoverContent></Popover>
      </section>
      <Tabs defaultValue="a"><TabsList><TabsTrigger value="a">Runs</TabsTrigger><TabsTrigger value="b">Recipients</TabsTrigger></TabsList><TabsContent value="a">
        <Table label="Clinics" density="compact"><TableHeader><TableRow><TableHead>Clinic</TableHead><TableHead numeric unit="€ k">Revenue</TableHead><TableHead numeric unit="%">Missed</TableHead></TableRow></TableHeader><TableBody>{[["North Quay","268","9.4"],["Riverside","187","15.9"]].map((r) => <TableRow key={r[0]} interactive><TableCell>{r[0]}</TableCell><TableCell numeric>{r[1]}</TableCell><TableCell numeric>{r[2]}</TableCell></TableRow>)}</TableBody><TableFooter><TableRow><TableCell>Total</TableCell><TableCell numeric>455</TableCell><TableCell numeric>12.1</TableCell></TableRow></TableFooter></Table>
      </TabsContent><TabsContent value="b">Nobody yet.</TabsContent></Tabs>
      <Pagination page={page} pageSize={50} total={1204} noun="deliveries" onPageChange={setPage} />
      <Progress label="Backfill" value={31} max={52} text="31 of 52 weeks" />
      <Callout tone="warn" title="3 people have no clinic.">They are held until it is set.</Callout>
      <section className="grid gap-4 sm:grid-cols-2">
        <Card><EmptyState size="card" icon={<Inbox />} title="No schedules yet" description="A schedule sends a report on its own, at the time you choose." action={<Button variant="primary">New schedule</Button>} example={<>For example: “Every weekday at 07:30, to the clinic managers”.</>} /></Card>
        <Card><ErrorState size="card" error={{ code: "source_unreachable", message: "The data source “Warehouse” did not answer within 10 s.", details: {}, requestId: "req_01J9ZK4T" }} onRetry={() => {}} /></Card>
        <Card><NoPermissionState size="card" wanted="see the data sources of Harbor Health" admins={["Ada Lovelace", "Grace Hopper"]} /></Card>
        <Card><CardHeader><CardTitle>Loading</CardTitle></CardHeader><CardContent><Skeleton className="mb-3 h-8 w-40" /><TableSkeleton rows={3} columns={3} /></CardContent></Card>
      </section>
      <ScrollArea className="h-24 rounded-md border p-3">{Array.from({ length: 20 }, (_, i) => <p key={i}>Line {i}</p>)}</ScrollArea>
      <Card><CardHeader><CardTitle>Form</CardTitle></CardHeader><CardContent><DemoForm /></CardContent></Card>
    </main>
  );
}
