import { startFilters } from './filters';
import { startNavigation } from './navigation';

startFilters();
startNavigation();
