import { startFilters } from './filters';
import { startNavigation } from './navigation';
import { startSearch } from './search/box';

startFilters();
startSearch();
startNavigation();
