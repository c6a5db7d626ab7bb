/** Bytes that are no object in protobuf. `message` is what the API server says of them, without the kind before it. */
export class ProtobufProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ProtobufProblem';
  }
}
