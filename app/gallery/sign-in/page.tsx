import AuthLayout from "@/app/(auth)/layout";
import { SignInForm } from "@/components/auth/sign-in-form";
export default function Page() { return <AuthLayout><SignInForm errorCode="CredentialsSignin" demoAccounts={["owner","admin","editor","viewer"].map((role) => ({ role, email: `${role}@demo.example`, password: "demo-broadsheet" }))} /></AuthLayout>; }
