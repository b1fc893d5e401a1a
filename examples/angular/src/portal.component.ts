import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { ActionEvent, ChangedEvent, PipelineErrorEvent } from 'golive-elements';
import { headers, readSubscriptions, reviewer, strings } from './backend.js';

type Subscriptions = Awaited<ReturnType<typeof readSubscriptions>>;

@Component({
  selector: 'acme-portal',
  // Lets a template hold tags and properties that Angular does not know.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button (click)="role.set('developer')">Developer</button>
    <button (click)="role.set('reviewer')">Reviewer</button>
    <p id="phase">{{ phase() }}</p>
    <p id="log">{{ log().join(', ') }}</p>
    @if (role() === 'reviewer') {
      <golive-review-desk [adapter]="reviewer" (golive-changed)="onChanged($event)" />
    } @else {
      <label
        ><input type="checkbox" #freeze (change)="isFrozen.set(freeze.checked)" />Change
        freeze</label
      >
      <golive-provider
        base-url="/api"
        subscription="sub_1"
        [headers]="headers"
        [strings]="strings"
        (golive-action)="onAction($event)"
        (golive-changed)="onChanged($event)"
        (golive-error)="onError($event)"
      >
        <golive-stepper />
        <golive-credential-card lane="sandbox" />
        <golive-submission />
        @if (phase() === 'production') {
          <golive-credential-card lane="production" />
        }
      </golive-provider>
      <button (click)="reverse()">Reverse</button>
      <ul>
        @for (each of subscriptions(); track each.snapshot.id) {
          <li>
            {{ each.snapshot.name }}
            <golive-stepper [store]="each.store" />
          </li>
        }
      </ul>
    }
  `,
})
export class PortalComponent {
  readonly headers = headers;
  readonly strings = strings;
  readonly reviewer = reviewer;
  readonly role = signal('developer');
  readonly phase = signal('');
  readonly isFrozen = signal(false);
  readonly log = signal<string[]>([]);
  readonly subscriptions = signal<Subscriptions>([]);

  constructor() {
    void readSubscriptions().then((read) => {
      this.subscriptions.set(read);
      this.phase.set(read[0]!.snapshot.phase);
    });
  }

  reverse() {
    this.subscriptions.update((before) => before.toReversed());
  }

  onChanged({ detail }: ChangedEvent) {
    this.phase.set(detail.phase);
  }

  onError({ detail }: PipelineErrorEvent) {
    this.#write(`Error: ${detail.code}`);
  }

  onAction(event: ActionEvent) {
    if (!this.isFrozen()) return;
    event.preventDefault();
    this.#write(`Stopped: ${event.detail.action}`);
  }

  #write(line: string) {
    this.log.update((lines) => [...lines, line]);
  }
}
