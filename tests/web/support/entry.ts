// The session form, as its user sees it.
import { expect, type Locator, type Page } from "@playwright/test";

export class Entry {
  readonly dialog: Locator;
  readonly athlete: Locator;
  readonly duration: Locator;
  readonly distance: Locator;
  readonly sport: Locator;
  readonly effort: Locator;
  readonly notes: Locator;
  readonly date: Locator;
  readonly save: Locator;
  readonly saveAndAdd: Locator;

  /** In the dialog, or where else the form stands (`dialog` then is that place). */
  constructor(
    readonly page: Page,
    place?: Locator,
  ) {
    this.dialog = place ?? page.getByRole("dialog");
    this.athlete = this.dialog.getByRole("combobox", { name: "Athlete", exact: true });
    this.duration = this.dialog.getByRole("textbox", { name: "Duration" });
    this.distance = this.dialog.getByRole("textbox", { name: /^Distance/ });
    this.sport = this.dialog.getByRole("combobox", { name: "Sport" });
    this.effort = this.dialog.getByRole("combobox", { name: "Effort (RPE)" });
    this.notes = this.dialog.getByRole("textbox", { name: "Notes" });
    this.date = this.dialog.getByLabel("Date", { exact: true });
    this.save = this.dialog.getByRole("button", { name: "Save", exact: true });
    this.saveAndAdd = this.dialog.getByRole("button", { name: "Save and add another" });
  }

  /** By the "+" that is always in reach. */
  async open(): Promise<void> {
    await this.page.getByRole("button", { name: "Add session", exact: true }).first().click();
    await expect(this.dialog).toBeVisible();
  }

  /** Saves, and waits until the form is gone. */
  async done(): Promise<void> {
    await this.save.click();
    await expect(this.dialog).toBeHidden();
  }
}

/** The message at the foot of the page. */
export function toast(page: Page, text: string | RegExp): Locator {
  return page.getByRole("status").filter({ hasText: text });
}
