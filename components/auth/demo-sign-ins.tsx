export type DemoAccount = { email: string; role: string; password: string };

type DemoSignInsProps = { accounts: readonly DemoAccount[]; onChoose: (account: DemoAccount) => void };

/** The people of the demo company; choosing one fills the form. */
export function DemoSignIns({ accounts, onChoose }: DemoSignInsProps) {
  return (
    <section aria-labelledby="demo-sign-ins" className="mt-8 border-t pt-5">
      <h2 id="demo-sign-ins" className="text-13 font-semibold">
        Demo sign-ins
      </h2>
      <p className="mt-0.5 text-xs text-ink-3">Choose who to be; the form above is then filled in.</p>
      <ul className="mt-3 grid grid-cols-1 gap-2 sm:grid-cols-2">
        {accounts.map((account) => (
          <li key={account.email}>
            <button
              type="button"
              onClick={() => onChoose(account)}
              className="w-full rounded-md border border-rule-strong bg-card px-3 py-2 text-left transition-colors hover:bg-sunken"
            >
              <span className="block text-13 font-medium">{sentenceCase(account.role)}</span>
              <span className="block truncate text-xs text-ink-3">{account.email}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-xs text-ink-3">
        Password for all: <code className="font-mono text-ink-2 select-all">{accounts[0]?.password}</code>
      </p>
    </section>
  );
}

function sentenceCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
