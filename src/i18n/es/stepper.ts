import type { Language } from '../language.js';

export const stepper: Language['stepper'] = {
  label: 'Progreso hacia producción',
  sandboxNow: 'Desarrolle y pruebe',
  sandboxReturned: 'Corrija lo que pidió el revisor y envíe de nuevo',
  sandboxDone: 'Hecho',
  reviewLater: 'Sin enviar',
  reviewReturned: 'Intento {attempt} devuelto el {date}',
  reviewNow: 'Enviada el {date}, intento {attempt}',
  reviewDone: 'Aprobada el {date}',
  reviewPassed: 'Aprobada',
  reviewRejected: 'Rechazada el {date}',
  productionLater: 'Bloqueada',
  productionPaymentDue: 'Aprobada, pago pendiente',
  productionNow: 'Desbloqueada',
  failed: 'No se pudo cargar el progreso',
};
