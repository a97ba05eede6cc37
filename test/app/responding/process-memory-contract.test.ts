import { createProcessMemory } from '#app/responding/process-memory.ts';
import { conversationMemoryContract } from '../../contracts/conversation-memory-contract.ts';

conversationMemoryContract('memory of one process', async () => ({ open: async () => createProcessMemory() }));
