import { startFilters } from './filters';
import { startNavigation } from './navigation';
import { startOpening } from './opening';

startFilters();
startOpening();
startNavigation();
