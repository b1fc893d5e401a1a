import type { ActionEvent, ChangedEvent, PipelineErrorEvent } from 'golive-elements';
import type {} from 'golive-elements/react';
import { useEffect, useState } from 'react';
import { headers, readSubscriptions, reviewer, strings } from './backend.js';

type Subscriptions = Awaited<ReturnType<typeof readSubscriptions>>;

export default function Portal() {
  const [role, setRole] = useState('developer');
  const [phase, setPhase] = useState('');
  const [isFrozen, setFrozen] = useState(false);
  const [log, setLog] = useState<string[]>([]);
  const [subscriptions, setSubscriptions] = useState<Subscriptions>([]);

  useEffect(() => {
    void readSubscriptions().then((read) => {
      setSubscriptions(read);
      setPhase(read[0]!.snapshot.phase);
    });
  }, []);

  const write = (line: string) => setLog((lines) => [...lines, line]);
  const onChanged = ({ detail }: ChangedEvent) => setPhase(detail.phase);
  const onError = ({ detail }: PipelineErrorEvent) => write(`Error: ${detail.code}`);
  const onAction = (event: ActionEvent) => {
    if (!isFrozen) return;
    event.preventDefault();
    write(`Stopped: ${event.detail.action}`);
  };

  return (
    <>
      <button onClick={() => setRole('developer')}>Developer</button>
      <button onClick={() => setRole('reviewer')}>Reviewer</button>
      <p id="phase">{phase}</p>
      <p id="log">{log.join(', ')}</p>
      {role === 'reviewer' ? (
        <golive-review-desk adapter={reviewer} ongolive-changed={onChanged} />
      ) : (
        <>
          <label>
            <input
              type="checkbox"
              checked={isFrozen}
              onChange={({ target }) => setFrozen(target.checked)}
            />
            Change freeze
          </label>
          <golive-provider
            base-url="/api"
            subscription="sub_1"
            headers={headers}
            strings={strings}
            ongolive-action={onAction}
            ongolive-changed={onChanged}
            ongolive-error={onError}
          >
            <golive-stepper />
            <golive-credential-card lane="sandbox" />
            <golive-submission />
            {phase === 'production' && <golive-credential-card lane="production" />}
          </golive-provider>
          <button onClick={() => setSubscriptions((before) => before.toReversed())}>Reverse</button>
          <ul>
            {subscriptions.map(({ snapshot, store }) => (
              <li key={snapshot.id}>
                {snapshot.name}
                <golive-stepper store={store} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
