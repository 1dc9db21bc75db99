// What came of a package, as an administrator would say it: the answer's number, or what stood in the way of any answer.
import type { Locale } from '../http/locale.ts';

type Said = readonly [vi: string, en: string];

const byStatus: Readonly<Record<number, Said>> = {
  401: [
    'Hệ thống nhận không chấp nhận mã truy cập (HTTP 401). Hãy kiểm tra mã truy cập đã khai báo.',
    'The other system does not accept the token (HTTP 401). Check the token.',
  ],
  403: [
    'Hệ thống nhận không cho phép gửi (HTTP 403). Hãy đề nghị bên nhận cấp quyền.',
    'The other system does not let us send (HTTP 403). Ask it for the right to.',
  ],
  404: [
    'Địa chỉ nhận không có ở hệ thống bên kia (HTTP 404). Hãy kiểm tra lại địa chỉ.',
    'There is nothing at this address (HTTP 404). Check the address.',
  ],
  405: [
    'Địa chỉ này không nhận gói gửi đến (HTTP 405). Hãy kiểm tra lại địa chỉ.',
    'Nothing can be sent to this address (HTTP 405). Check the address.',
  ],
  413: [
    'Gói lớn quá mức bên nhận cho phép (HTTP 413).',
    'The package is larger than the other system takes (HTTP 413).',
  ],
  422: [
    'Bên nhận đọc gói nhưng không chấp nhận nội dung (HTTP 422).',
    'The other system read the package and did not take it (HTTP 422).',
  ],
  429: [
    'Bên nhận đang quá tải (HTTP 429); sẽ gửi lại sau.',
    'The other system is busy (HTTP 429); it is sent again later.',
  ],
};

/** Beginnings of what Node, our own guard and our job say. */
const byProblem: readonly (readonly [RegExp, Said])[] = [
  [
    /leads into the house/,
    [
      'Địa chỉ dẫn vào mạng nội bộ của máy chủ hoặc không có tên miền này; vì an toàn, hệ thống không gửi.',
      'The address leads into the server’s own network, or there is no such name; for safety nothing is sent.',
    ],
  ],
  [/turned off/, ['Hệ thống liên thông đang tắt.', 'The system is turned off.']],
  [
    /ECONNREFUSED/,
    [
      'Máy chủ bên nhận từ chối kết nối; có thể đang dừng.',
      'The other server refuses connections; it may be down.',
    ],
  ],
  [/ECONNRESET|EPIPE|socket hang up/, ['Kết nối bị ngắt giữa chừng.', 'The connection was cut.']],
  [
    /ENOTFOUND|EAI_AGAIN/,
    ['Không tìm thấy tên miền của địa chỉ nhận.', 'The name in the address cannot be found.'],
  ],
  [/timeout|ETIMEDOUT|aborted/i, ['Bên nhận không trả lời kịp.', 'The other system did not answer in time.']],
  [
    /EHOSTUNREACH|ENETUNREACH/,
    ['Không có đường mạng đến bên nhận.', 'There is no way through the network to the other system.'],
  ],
  [
    /certificate|self.signed|CERT_|SSL|TLS/i,
    [
      'Chứng thư số của bên nhận không hợp lệ hoặc đã hết hạn.',
      'The other system’s certificate is not valid, or has expired.',
    ],
  ],
  [/no mail server/, ['Chưa cấu hình máy chủ thư.', 'No mail server is set up.']],
  [
    /refused by the mail server/,
    ['Máy chủ thư không nhận địa chỉ này.', 'The mail server does not take this address.'],
  ],
  [
    /mail server/,
    [
      'Máy chủ thư đang không nhận thư; sẽ gửi lại.',
      'The mail server takes no letters now; it is tried again.',
    ],
  ],
];

export interface CameOf {
  readonly answered: number | null;
  readonly problem: string | null;
}

/** Null: nothing stood in the way. */
export function answerWords({ answered, problem }: CameOf, locale: Locale): string | null {
  const side = locale === 'vi' ? 0 : 1;
  if (answered !== null && answered >= 200 && answered < 300) return null;
  const known = answered === null ? undefined : byStatus[answered];
  if (known) return known[side];
  if (answered !== null && answered >= 300)
    return (
      (answered >= 500
        ? [
            `Hệ thống nhận đang có lỗi (HTTP ${answered}).`,
            `The other system has an error (HTTP ${answered}).`,
          ]
        : [
            `Hệ thống nhận không nhận gói (HTTP ${answered}).`,
            `The other system did not take it (HTTP ${answered}).`,
          ]
      )[side] ?? ''
    );
  if (problem === null) return null;
  const said = byProblem.find(([pattern]) => pattern.test(problem))?.[1];
  return said ? said[side] : ['Không gửi được: ', 'It could not be sent: '][side] + problem;
}
