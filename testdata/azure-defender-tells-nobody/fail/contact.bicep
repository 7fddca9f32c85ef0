targetScope = 'subscription'

resource contact 'Microsoft.Security/securityContacts@2020-01-01-preview' = {
  name: 'default'
  properties: {
    emails: 'security@clinic.example'
    alertNotifications: { state: 'Off', minimalSeverity: 'Medium' } // expect: fail
    notificationsByRole: { state: 'On', roles: ['Owner'] }
  }
}
