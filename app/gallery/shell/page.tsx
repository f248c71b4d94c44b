import { AppShell } from "@/components/layout/app-shell";
import { PageHeader } from "@/components/layout/page-header";
import { PageBody } from "@/components/layout/page-body";
import { Card, CardHeader, CardTitle, CardAction, CardContent, CardDescription } from "@/components/ui/card";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Progress } from "@/components/ui/progress";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, TableHeader, TableRow, TableHead, TableBody, TableCell } from "@/components/ui/table";
import { CalendarClock, Download, Pencil } from "lucide-react";
async function search(query: string) { "use server"; return [{ id: "1", label: `Clinic operations (${query})`, hint: "Report", href: "/demo/reports/1" }]; }
const runs = [["Tue 3 Nov, 07:30","PARTIAL",84,87,"41,208"],["Fri 2 Oct, 07:30","COMPLETED",86,86,"39,870"],["Wed 2 Sep, 07:30","HELD",0,86,"38,116"]] as const;
export default function Page() {
  return (
    <AppShell workspaces={[{ slug: "harbor", name: "Harbor Health" }, { slug: "north", name: "North Quay Trading" }]} current={{ slug: "gallery", name: "Harbor Health", zone: "Europe/Berlin" }} user={{ name: "Ada Lovelace", email: "ada@harbor.example", role: "ADMIN" }} attention={{ deliveries: 2 }} search={search}>
      <PageHeader title="Executive summary" description="All clinics · last full month compared with the month before · data as of today 06:00, Berlin" breadcrumbs={[{ label: "Dashboards", href: "/gallery/dashboards" }]} status={<StatusBadge kind="schedule" state="ACTIVE" />} secondaryActions={<><Button><Download aria-hidden />Export</Button><Button><Pencil aria-hidden />Edit</Button></>} action={<Button variant="primary"><CalendarClock aria-hidden />Schedule</Button>} />
      <PageBody>
        <div className="grid gap-4 sm:grid-cols-2 rail:grid-cols-4">
          {["Revenue","Kept appointments","No-show rate","Trainings overdue"].map((t,i)=>(
            <Card key={t}><CardHeader><CardTitle>{t}</CardTitle></CardHeader><CardContent className="pt-1"><p className="font-serif text-[2.25rem] leading-none tabular-nums">{["€1.042","9,318","11.8 %","37"][i]}</p><p className="mt-2 text-xs text-ink-2"><span className={i===2?"text-bad font-medium":"text-good font-medium"}>▲ 6.1 %</span> vs September</p></CardContent></Card>
          ))}
        </div>
        <Card>
          <CardHeader><CardTitle>Runs</CardTitle><CardDescription>What was due, and what became of it</CardDescription><CardAction>October</CardAction></CardHeader>
          <CardContent>
            <Table label="Runs"><TableHeader><TableRow><TableHead>Due</TableHead><TableHead>State</TableHead><TableHead>Delivered</TableHead><TableHead numeric unit="count">Rows</TableHead><TableHead>What happened</TableHead></TableRow></TableHeader>
            <TableBody>{runs.map(([due,state,a,b,rows])=>(<TableRow key={due} interactive><TableCell className="whitespace-nowrap">{due}</TableCell><TableCell><StatusBadge kind="execution" state={state} /></TableCell><TableCell><Progress className="w-48" label="Delivered" value={a} max={b} tone="good" /></TableCell><TableCell numeric>{rows}</TableCell><TableCell>2 bounced, 1 mailbox full</TableCell></TableRow>))}</TableBody></Table>
          </CardContent>
        </Card>
        <Callout tone="insight" title="Riverside explains the rise in no-shows." action={<Button>See the figures</Button>}>It went from 11.2 % to 15.9 % while the other five stayed within ±0.4 points; Tuesday and Thursday after 16:00 account for 78 % of it.</Callout>
      </PageBody>
    </AppShell>
  );
}
