// The order that the schemas of ISO/IEC 29500-1 (ECMA-376 part 1, annex A: wml.xsd, dml-wordprocessingDrawing.xsd, dml-chart.xsd) demand of the
// children of an element, whole for those that this writer makes. Word repairs, or refuses, a file with another one.

const words = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean);
const w = (list: string): readonly string[] => words(list).map((name) => `w:${name}`);
const c = (list: string): readonly string[] => words(list).map((name) => `c:${name}`);

const ROW = 'trPr tblPrEx tc customXml sdt ins del moveFrom moveTo bookmarkStart bookmarkEnd';

export const ORDER: Readonly<Record<string, readonly string[]>> = {
  // 17.2.3, 17.2.2: blocks in any order, the last section behind them.
  'w:document': w('background body'),
  // 17.3.1.26 CT_PPr
  'w:pPr':
    w(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku
    wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
    suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange`),
  // 17.3.2.28 CT_RPr, in the order of the first edition, which Word itself keeps.
  'w:rPr':
    w(`rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color
    spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath`),
  // 17.3.1.19, 17.3.1.24
  'w:numPr': w('ilvl numId numberingChange ins'),
  'w:pBdr': w('top left bottom right between bar'),
  // 17.4.37 CT_Tbl, 17.4.59 CT_TblPr
  'w:tbl': w('bookmarkStart bookmarkEnd tblPr tblGrid tr'),
  'w:tblPr':
    w(`tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd
    tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange`),
  'w:tblBorders': w('top left start bottom right end insideH insideV'),
  'w:tblCellMar': w('top left start bottom right end'),
  'w:tblGrid': w('gridCol tblGridChange'),
  'w:tr': w(ROW),
  // 17.4.69 CT_TcPr
  'w:tcPr':
    w(`cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns cellDel
    cellMerge tcPrChange`),
  // 17.6.17 CT_SectPr
  'w:sectPr':
    w(`headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign
    noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange`),
  // 17.7.4.17 CT_Style, 17.7.4.18, 17.7.5.1
  'w:style':
    w(`name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose
    personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr`),
  'w:styles': w('docDefaults latentStyles style'),
  'w:docDefaults': w('rPrDefault pPrDefault'),
  // 17.9: CT_Numbering, CT_AbstractNum, CT_Num, CT_NumLvl, CT_Lvl
  'w:numbering': w('numPicBullet abstractNum num numIdMacAtCleanup'),
  'w:abstractNum': w('nsid multiLevelType tmpl name styleLink numStyleLink lvl'),
  'w:num': w('abstractNumId lvlOverride'),
  'w:lvlOverride': w('startOverride lvl'),
  'w:lvl': w('start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr'),
  // 17.15.1.78 CT_Settings
  'w:settings':
    w(`writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape
    printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData
    mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors
    hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod
    documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride
    styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope
    summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets
    drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
    doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning
    characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture
    doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly
    useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars
    rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions
    readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator`),
  // 17.8.3.10 CT_Font
  'w:font': w(
    'altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic',
  ),
  // 20.4.2.8 CT_Inline
  'wp:inline': words('wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic'),
  // 20.2.2.5, 20.2.2.1
  'pic:pic': words('pic:nvPicPr pic:blipFill pic:spPr'),
  'pic:blipFill': words('a:blip a:srcRect a:stretch'),
  // 21.2.2: CT_ChartSpace, CT_Chart, CT_PlotArea, CT_BarChart, CT_LineChart, CT_BarSer and CT_LineSer, CT_CatAx, CT_ValAx
  'c:chartSpace': c(
    'date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes',
  ),
  'c:chart': c(
    'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs',
  ),
  'c:title': c('tx layout overlay spPr txPr'),
  'c:plotArea': c('layout barChart lineChart catAx valAx dTable spPr'),
  'c:barChart': c('barDir grouping varyColors ser dLbls gapWidth overlap serLines axId'),
  'c:lineChart': c('grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId'),
  'c:ser': c(
    'idx order tx spPr invertIfNegative pictureOptions marker dPt dLbls trendline errBars cat val smooth shape',
  ),
  'c:catAx':
    c(`axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx
    crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl`),
  'c:valAx':
    c(`axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx
    crosses crossesAt crossBetween majorUnit minorUnit dispUnits`),
  'c:legend': c('legendPos legendEntry layout overlay spPr txPr'),
  'c:strCache': c('ptCount pt'),
  'c:numCache': c('formatCode ptCount pt'),
};

/** These may stand several times in one parent; no other of the elements above. */
export const REPEATED: ReadonlySet<string> = new Set([
  ...w('tr tc gridCol style abstractNum num lvl lvlOverride headerReference footerReference'),
  ...c('ser axId pt'),
]);

/** What these must hold (minOccurs of the schemas, and what Word needs beyond them). */
export const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'w:tbl': w('tblPr tblGrid tr'),
  'w:tr': w('tc'),
  'w:tc': w('tcPr p'),
  'w:lvl': w('start numFmt lvlText lvlJc'),
  'w:num': w('abstractNumId'),
  'w:abstractNum': w('nsid multiLevelType lvl'),
  'w:sectPr': w('pgSz pgMar'),
  'wp:inline': words('wp:extent wp:docPr a:graphic'),
  'c:barChart': c('barDir axId'),
  'c:lineChart': c('grouping axId'),
  'c:valAx': c('axId scaling delete axPos crossAx crossBetween'),
  'c:catAx': c('axId scaling delete axPos crossAx'),
};
