/** Failures as Excel reports them; codes are those of `Excel.ErrorCodes`. */

/** Thrown by the object model; becomes the `Error` of a response and an `OfficeExtension.Error` in the add-in. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location = "",
    readonly httpStatus = 400
  ) {
    super(message);
  }
}

export function invalidArgument(location: string, detail?: string): HostError {
  const message = "The argument is invalid or missing or has an incorrect format.";
  return new HostError("InvalidArgument", detail ? `${message} ${detail}` : message, location);
}

export function itemNotFound(location: string): HostError {
  return new HostError("ItemNotFound", "The requested resource doesn't exist.", location, 404);
}

export function itemAlreadyExists(location: string): HostError {
  return new HostError(
    "ItemAlreadyExists",
    "A resource with the same name or identifier already exists.",
    location,
    409
  );
}

export function accessDenied(location: string): HostError {
  return new HostError("AccessDenied", "You cannot perform the requested operation.", location, 403);
}

export function invalidOperation(location: string, message: string): HostError {
  return new HostError("InvalidOperation", message, location);
}

/** The member does not exist, is not part of this host, or is newer than the host's declared version. */
export function apiNotFound(member: string, reason: string): HostError {
  return new HostError("ApiNotFound", `The API ${member} is not available: ${reason}.`, member, 404);
}

/** For arrays whose shape is not that of the range. */
export function wrongShape(location: string): HostError {
  return new HostError(
    "InvalidArgument",
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    location
  );
}
