"use server";

import * as distribution from "@/lib/distribution";
import { CreateListInput, ListIdInput, UpdateListInput } from "@/lib/distribution/schemas";
import { action } from "@/lib/http/action";

export const createList = action(CreateListInput, distribution.createList);
export const updateList = action(UpdateListInput, distribution.updateList);
export const deleteList = action(ListIdInput, distribution.deleteList);
