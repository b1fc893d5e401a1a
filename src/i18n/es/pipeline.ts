import type { Language } from '../language.js';

export const pipeline: Language['pipeline'] = {
  lanes: 'Entorno',
  failed: 'No se pudo cargar la suscripción',
  nowInReview: 'Ahora en revisión',
  nowUnlocked: 'Las credenciales de producción están desbloqueadas',
};
