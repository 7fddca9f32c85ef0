resource it 'Microsoft.HealthcareApis/workspaces/fhirservices@2023-11-01' = {
  name: 'hdsclinic/records'
  location: 'westeurope'
  kind: 'fhir-R4'
  properties: { // expect: fail
    publicNetworkAccess: 'Disabled'
  }
}
