import * as aws from "@pulumi/aws";

export const records = new aws.rds.Instance("records", {
    engine: "postgres",
    instanceClass: "db.t3.large",
    storageEncrypted: true,
});
