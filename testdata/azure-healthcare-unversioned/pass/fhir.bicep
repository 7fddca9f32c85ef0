resource fhir 'Microsoft.HealthcareApis/workspaces/fhirservices@2023-11-01' = {
  name: 'hdsclinic/records'
  location: 'westeurope'
  kind: 'fhir-R4'
  properties: {
    resourceVersionPolicyConfiguration: { default: 'versioned' }
  }
}
