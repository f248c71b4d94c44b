import { NoPermissionState } from "@/components/ui/no-permission-state";

export default function Forbidden() {
  return <NoPermissionState headingLevel={1} wanted="open this page" />;
}
