import { createProcessMemory } from '#app/process-memory.ts';
import { conversationMemoryContract } from '../contracts/conversation-memory-contract.ts';

conversationMemoryContract('memory of one process', async () => ({ open: async () => createProcessMemory() }));
