import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

const config = new pulumi.Config();
export const records = new aws.rds.Instance("records", {
    engine: "postgres",
    instanceClass: "db.t3.large",
    password: config.requireSecret("password"),
    storageEncrypted: false, // expect: fail
});
new aws.rds.Instance("absent", { // expect: fail
    engine: "postgres",
    instanceClass: "db.t3.large",
});
