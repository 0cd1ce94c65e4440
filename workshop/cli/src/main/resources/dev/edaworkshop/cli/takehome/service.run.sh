#!/bin/sh
# ./run PROGRAM ARGUMENTS: a program of the package terminals, with the outputs of the deployed stack in its environment.
set -e
cd "$(dirname "$0")"

program=${1:-}
case "$program" in
{programs}
    *)
        sed -n '2s/^# //p; s/^    \([a-z]*\)) main=.*/  .\/run \1/p' "$0"
        exit 2
        ;;
esac
shift

# The output ApiUrl becomes the variable API_URL.
if outputs=$(aws cloudformation describe-stacks --stack-name {stack} --output text \
    --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' 2>/dev/null); then
    while read -r key value; do
        variable=$(printf %s "$key" | sed 's/\([a-z0-9]\)\([A-Z]\)/\1_\2/g' | tr '[:lower:]' '[:upper:]')
        export "$variable=$value"
    done <<END
$outputs
END
elif [ "$program" != database ]; then
    echo "The AWS CLI does not find the stack {stack}. Unless its outputs are in your environment, deploy it first." >&2
fi

mvn -q compile dependency:build-classpath -Dmdep.includeScope=compile -Dmdep.outputFile=target/classpath
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -classpath "target/classes:$(cat target/classpath)" "$main" "$@"
