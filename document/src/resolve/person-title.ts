// "Giám đốc Sở Nội vụ", "Thủ trưởng các sở": the office of a person, and the agency it stands for.

const TITLE =
  /^(?:các\s{1,3})?(?:đồng chí\s{1,3})?(?:(?:phó\s{1,3}|quyền\s{1,3})?(?:chủ tịch|giám đốc|tổng giám đốc|cục trưởng|vụ trưởng|viện trưởng|bộ trưởng|tổng biên tập|hiệu trưởng|chỉ huy trưởng|chính ủy|bí thư|chủ nhiệm|tư lệnh|tổng cục trưởng|chi cục trưởng)|thủ trưởng|người đứng đầu|lãnh đạo|phụ trách|trưởng(?=\s{1,3}(?:ban|phòng|các|đài|công an|văn phòng|trung tâm))|chánh(?=\s{1,3}(?:văn phòng|thanh tra|án)))(?:\s{1,3}(?:và\s{1,3}|,\s{0,3})(?:thủ trưởng|người đứng đầu|lãnh đạo))?\s{1,3}(?=\S)/iu;

/** The agency's name behind a person's office; null if `name` names no person. */
export function agencyOfPerson(name: string): string | null {
  const found = TITLE.exec(name);
  return found ? name.slice(found[0].length) : null;
}
