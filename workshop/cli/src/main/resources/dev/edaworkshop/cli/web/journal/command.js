// How somebody would do again, with the aws command, what an event began with.

/** The command for the first hop of an event; "" if there is none for it. hops: of the event, with payload and ARNs. */
export function awsCommand(hops) {
  const first = hops.find(({ kind, toArn }) => ["PUBLISHED", "DELIVERED", "INVOKED", "REQUESTED"].includes(kind) && toArn.startsWith("arn:"));
  if (!first) {
    return "";
  }
  const [, , service, region, account, ...rest] = first.toArn.split(":");
  const resource = rest.join(":");
  const options = ` \\\n  --endpoint-url ${location.origin} --region ${region || "us-east-1"}`;
  switch (service) {
    case "sns":
      return `aws sns publish --topic-arn ${first.toArn} \\\n  --message ${quoted(first.payload)}${attributes(first, hops)}${options}`;
    case "sqs":
      return `aws sqs send-message --queue-url ${location.origin}/${account}/${resource} \\\n  --message-body ${quoted(first.payload)}${options}`;
    case "events":
      return resource.startsWith("event-bus/") ? putEvents(first.payload, resource.slice("event-bus/".length)) + options : "";
    case "lambda":
      return `aws lambda invoke --function-name ${resource.split(":")[1]} --cli-binary-format raw-in-base64-out \\\n  --payload ${quoted(first.payload)}${options} /dev/stdout`;
    default:
      return "";
  }
}

/** Attributes are not part of what is published; the envelope that a queue got has them. */
function attributes(first, hops) {
  for (const { fromArn, payload } of hops) {
    const found = fromArn === first.toArn ? parsed(payload)?.MessageAttributes : undefined;
    if (found && Object.keys(found).length > 0) {
      const typed = Object.fromEntries(Object.entries(found).map(([name, { Type, Value }]) => [name, { DataType: Type, StringValue: Value }]));
      return ` \\\n  --message-attributes ${quoted(JSON.stringify(typed))}`;
    }
  }
  return "";
}

function putEvents(payload, bus) {
  const event = parsed(payload);
  if (!event) {
    return "";
  }
  const entry = {
    EventBusName: bus,
    Source: event.source,
    DetailType: event["detail-type"],
    Detail: JSON.stringify(event.detail ?? {}),
    Resources: event.resources?.length ? event.resources : undefined,
  };
  return `aws events put-events --entries ${quoted(JSON.stringify([entry]))}`;
}

/** For a POSIX shell: nothing in single quotes means anything but a single quote. */
function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
