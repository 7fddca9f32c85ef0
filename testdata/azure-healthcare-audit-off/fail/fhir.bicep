resource fhir 'Microsoft.HealthcareApis/workspaces/fhirservices@2023-11-01' = { // expect: fail
  name: 'hdsclinic/records'
  location: 'westeurope'
  kind: 'fhir-R4'
  properties: {
    publicNetworkAccess: 'Enabled'
  }
}
