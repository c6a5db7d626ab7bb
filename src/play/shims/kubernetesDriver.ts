/** Where features are played there is no cluster but the one in memory. */
export const createCluster = async (): Promise<never> => {
  throw new Error('A page reaches no cluster.');
};

export const closeSessions = async (): Promise<void> => {};
