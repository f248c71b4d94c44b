/** Front door of pictures. */
export { deletePicture } from "./delete-picture";
export { listPictures } from "./list-pictures";
export { openPicture, type PictureFile } from "./open-picture";
export { type PrintedPicture, printedPicture } from "./printed-picture";
export { readPicture } from "./read-picture";
export { uploadPicture } from "./upload-picture";
