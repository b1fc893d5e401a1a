import type { Language } from '../language.js';

export const outcome: Language['outcome'] = {
  rejected: 'Solicitud rechazada',
  attempt: 'intento\u00a0{attempt}',
  fieldNotes: { one: '{count} nota en un campo', other: '{count} notas en campos' },
  edit: 'Editar la solicitud',
  goToSubmission: 'Ir a Enviar a revisión',
  goToProduction: 'Ir a las credenciales de producción',
  failed: 'No se pudo cargar el resultado de la revisión',
};
