import type { Language } from '../language.js';

export const desk: Language['desk'] = {
  queue: 'Cola',
  panel: 'Solicitud',
  back: 'Volver a la cola',

  keys: 'Atajos de teclado',
  keysFailed: 'No se pudieron cargar los atajos de teclado',
  keysWhere: 'Funcionan mientras está en la cola o en una solicitud, y no mientras escribe.',
  keysOn: 'Usar atajos de una sola tecla',
  next: 'Solicitud siguiente',
  previous: 'Solicitud anterior',
  open: 'Abrirla',
  search: 'Buscar',
  select: 'Seleccionarla o quitarla de la selección',
  selection: 'Ir a las acciones para la selección',
  approve: 'Aprobar la solicitud abierta',
  request_changes: 'Solicitar cambios en la solicitud abierta',
  reject: 'Rechazar la solicitud abierta',
  asks: 'Se pide confirmación antes de enviar nada.',
  leave: 'Quitar la selección o volver a la cola',
  help: 'Mostrar esta lista',
};
