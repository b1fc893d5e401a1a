// Links Angular's own packages, which `ng build` would do while it builds.
import '@angular/compiler';
import { bootstrapApplication } from '@angular/platform-browser';
import { PortalComponent } from './portal.component.js';

void bootstrapApplication(PortalComponent);
void import('./elements.js');
