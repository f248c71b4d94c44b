"use server";

import { action } from "@/lib/http/action";
import * as pictures from "@/lib/pictures";
import { PictureIdInput } from "@/lib/pictures/schemas";

export const deletePicture = action(PictureIdInput, pictures.deletePicture);
