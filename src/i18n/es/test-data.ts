import type { Language } from '../language.js';

export const testData: Language['testData'] = {
  title: 'Datos de prueba del sandbox',
  view: 'Ver datos de prueba',
  hide: 'Ocultar datos de prueba',
  count: { one: '{count} entrada', other: '{count} entradas' },
  matching: '{shown} de {total}',
  search: 'Buscar en los datos de prueba',
  clear: 'Borrar la búsqueda',
  noMatch: 'Ninguna entrada coincide con «{query}».',
  type: 'Tipo',
  name: 'Nombre',
  description: 'Descripción',
  value: 'Valor',
  empty: 'El proveedor no ha preparado datos de prueba para este sandbox.',
  docs: 'Documentación del sandbox',
  failed: 'No se pudieron cargar los datos de prueba',
};
