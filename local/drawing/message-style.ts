/** How a message is laid out, on either platform. */
export const messageStyle = `.message { display: flex; gap: 12px; }
.message + .message { margin-top: 18px; }
.message > div:not(.picture) { flex: 1; min-width: 0; }
.picture { flex: none; width: 40px; height: 40px; font-weight: 700; display: grid; place-items: center; color: #fff; }
ul { padding-left: 26px; }
.buttons { display: flex; gap: 8px; margin-top: 10px; }
`;
